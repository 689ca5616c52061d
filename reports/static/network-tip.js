"use strict";
// What a mark of the network is, beside the pointer: the same as the panel tells on a click, in a few lines.
const networkTip = (network, stage, canvas, tell) => {
  const holder = stage.parentElement;
  holder.querySelector(".tip")?.remove();
  const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
  tip.setAttribute("aria-hidden", "true");
  holder.append(tip);
  let leaving = 0;
  const hide = () => { tip.hidden = true; };
  const later = () => { clearTimeout(leaving); leaving = setTimeout(hide, 250); };
  network.on("hoverNode", ({ node }) => {
    clearTimeout(leaving);
    canvas.style.cursor = "pointer";
    const { title, lines } = tell(node);
    const line = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    tip.replaceChildren(line("strong", title), ...lines.filter(Boolean).map(text => line("span", text)));
    tip.hidden = false;
    const at = network.canvasToDOM(network.getPosition(node));
    const room = holder.clientWidth - tip.offsetWidth - 8, low = stage.clientHeight - tip.offsetHeight - 8;
    tip.style.setProperty("left", Math.max(8, at.x + 18 > room ? at.x - tip.offsetWidth - 18 : at.x + 18) + "px");
    tip.style.setProperty("top", Math.max(30, Math.min(low, at.y + 10)) + "px");
  });
  network.on("blurNode", () => { canvas.style.cursor = "default"; later(); });
  for (const moving of ["dragStart", "zoom", "click"]) network.on(moving, hide);
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", later);
  stage.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
};
