/**
 * Runs in the browser: finds what overflows, and which text stands too faint on its ground, and leaves it in the page
 * as JSON (`Measured` in page.ts).
 */
/* global document, getComputedStyle, innerWidth */
function measure() {
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r = 0, g = 0, b = 0]) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const over = (top, below) => {
    const alpha = top[3] ?? 1;
    return [0, 1, 2].map((i) => (top[i] ?? 0) * alpha + (below[i] ?? 0) * (1 - alpha));
  };
  const groundOf = (element) => {
    if (element === null) return [255, 255, 255];
    const own = numbers(getComputedStyle(element).backgroundColor);
    return (own[3] ?? 1) >= 1 ? own : over(own, groundOf(element.parentElement));
  };
  const all = [...document.body.querySelectorAll("*")];
  const overflowing = all
    .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
    .map(
      (element) =>
        `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}: ${element.textContent.slice(0, 60)}`,
    );
  if (document.documentElement.scrollWidth > innerWidth)
    overflowing.push(`page ${document.documentElement.scrollWidth}`);
  let contrast = 21;
  let faintest = "";
  for (const element of all) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent)
      .join("");
    if (text.trim() === "" || element.getClientRects().length === 0) continue;
    const ground = groundOf(element);
    const pair = [luminance(over(numbers(getComputedStyle(element).color), ground)), luminance(ground)];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < contrast) [contrast, faintest] = [ratio, text.trim().slice(0, 60)];
  }
  const found = document.createElement("script");
  found.type = "application/json";
  found.id = "measured";
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  found.textContent = JSON.stringify({ height, overflowing, contrast, faintest, elements: all.length });
  document.head.append(found);
}

measure();
