import {STYLE} from './style.js';
import {themeShades} from './theme-shades.js';

/** Puts the script's style on the page, and keeps it readable when the theme changes. Call the answer to remove it. */
export function addStyle(document: Document): () => void {
  const style = styleElement(document, 'zoom-plugin-style');
  style.textContent = STYLE;
  const shades = styleElement(document, 'zoom-plugin-shades');
  const shade = (): void => {
    const colours = getComputedStyle(document.documentElement);
    const rule = themeShades((name) => colours.getPropertyValue(name).trim());
    // The observer also reports this change.
    if (rule !== shades.textContent) shades.textContent = rule;
  };
  // A theme is a style element that the page rewrites, or variables on its root.
  const observer = new MutationObserver(shade);
  observer.observe(document.head, {childList: true, subtree: true, characterData: true});
  observer.observe(document.documentElement, {attributes: true, attributeFilter: ['style', 'class']});
  shade();
  return () => {
    observer.disconnect();
    style.remove();
    shades.remove();
  };
}

function styleElement(document: Document, id: string): HTMLStyleElement {
  document.getElementById(id)?.remove();
  const style = document.createElement('style');
  style.id = id;
  document.head.append(style);
  return style;
}
