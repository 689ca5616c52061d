"use strict";
// Fingers on the picture of the network. One moves the picture sideways and the page up and down, as anywhere on the page, so
// that nobody is held in the picture; two move and zoom the picture. What lay between the two fingers stays between them.
const networkTouch = (stage, now) => {
  let held = null;
  const between = ([one, other]) => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: (one.clientX + other.clientX) / 2 - left, y: (one.clientY + other.clientY) / 2 - top };
  };
  const apart = ([one, other]) => Math.max(Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), 1);
  function hold({ touches }) {
    const network = now();
    held = touches.length === 2 ? { at: network.DOMtoCanvas(between(touches)), wide: apart(touches) / network.getScale() } : null;
  }
  function move(event) {
    if (!held || event.touches.length !== 2) return;
    event.preventDefault(); // the page stays where it is
    const scale = Math.min(6, Math.max(0.05, apart(event.touches) / held.wide)), { x, y } = between(event.touches);
    now().moveTo({ scale, animation: false, position: { x: held.at.x - (x - stage.clientWidth / 2) / scale, y: held.at.y - (y - stage.clientHeight / 2) / scale } });
  }
  for (const name of ["touchstart", "touchend", "touchcancel"]) stage.addEventListener(name, hold, { passive: true });
  stage.addEventListener("touchmove", move, { passive: false });
};
