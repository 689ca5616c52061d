"""A picture as a grid of mean colours, so coarse that fonts hardly count, and how far two of them are apart."""

from __future__ import annotations

import base64

from playwright.sync_api import Page

ACROSS, DOWN = 32, 20
FAR = 24
"""Of 255: a square that differs by more has another colour."""

# Every square is the mean of its pixels, reckoned here and not by whatever a version of the browser scales with.
MEANS = """async ([picture, across, down]) => {
  const bytes = Uint8Array.from(atob(picture), each => each.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image, context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const sums = Array.from({ length: across * down }, () => [0, 0, 0, 0]);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const at = 4 * (y * width + x), sum = sums[Math.floor(y * down / height) * across + Math.floor(x * across / width)];
    for (let channel = 0; channel < 3; channel++) sum[channel] += data[at + channel];
    sum[3]++;
  }
  return sums.map(([red, green, blue, count]) => [red, green, blue].map(each => each / count));
}"""


def squares(picture: bytes, blank: Page) -> list[str]:
    """The rows of a picture (PNG), each square as ``rgb``, a hexadecimal digit each.

    ``blank`` is any page whose policy allows to reckon; the risk map's own does not.
    """
    found = blank.evaluate(MEANS, [base64.b64encode(picture).decode(), ACROSS, DOWN])
    cells = ["".join(f"{round(channel / 17):x}" for channel in cell) for cell in found]
    return ["".join(cells[row * ACROSS : (row + 1) * ACROSS]) for row in range(DOWN)]


def apart(one: list[str], two: list[str]) -> float:
    """The share of squares that have another colour."""
    left, right = "".join(one), "".join(two)
    far = [abs(int(a, 16) - int(b, 16)) * 17 > FAR for a, b in zip(left, right, strict=True)]
    return sum(any(far[at : at + 3]) for at in range(0, len(far), 3)) / (len(far) / 3)
