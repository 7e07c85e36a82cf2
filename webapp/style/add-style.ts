import {STYLE} from './style.js';

const ID = 'zoom-plugin-style';

/** Puts the script's style on the page, once. The answer takes it away. */
export function addStyle(document: Document): () => void {
  document.getElementById(ID)?.remove();
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = STYLE;
  document.head.append(style);
  return () => style.remove();
}
