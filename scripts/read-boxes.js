/** Runs in a browser's page: the border boxes of elements with an `id`, one a fragment, from the page's top left. */
export function readBoxes() {
  return [...document.querySelectorAll('[id]')].flatMap((element) =>
    [...element.getClientRects()].map(({ x, y, width, height }) => [
      element.id,
      x + scrollX,
      y + scrollY,
      width,
      height,
    ]),
  );
}
