/**
 * Mattermost hears Escape before the focused element does, and prevents its default wherever it was pressed: a native
 * `<dialog>` gets no `cancel`. The answer ends it.
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
