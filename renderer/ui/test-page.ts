/** What a browser has and jsdom lacks, as far as the screens need it. For tests only. */
export function preparePage(): void {
  window.matchMedia = (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  });
  window.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  window.HTMLElement.prototype.scrollIntoView = () => {};
  if (!document.getElementById('overlays')) {
    const overlays = document.createElement('section');
    overlays.id = 'overlays';
    document.body.append(overlays);
  }
}
