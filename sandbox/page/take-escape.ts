/**
 * Mattermost hears Escape before the focused element does, and always prevents its default, so that a native `<dialog>`
 * gets no `cancel`. Call the answer to stop this.
 */
export function takeEscape(document: Document, then: () => void): () => void {
  const taken = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    then();
  };
  document.addEventListener('keydown', taken, {capture: true});
  return () => document.removeEventListener('keydown', taken, {capture: true});
}
