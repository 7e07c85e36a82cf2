/** A text, or a function that gets it. */
export type TextToCopy = string | (() => Promise<string>);

/** Call it in a press, at once. @returns whether it was copied; rejects when the text could not be fetched */
export async function copyText(host: Window, text: TextToCopy): Promise<boolean> {
  const given = typeof text === 'string' ? text : text();
  try {
    await write(host, given);
    return true;
  } catch {
    return copySelection(host.document, await given);
  }
}

/** Some browsers refuse a text after a wait, but accept the promise of one. */
async function write(
  {navigator, ClipboardItem}: Window & {ClipboardItem?: typeof globalThis.ClipboardItem},
  given: string | Promise<string>,
): Promise<void> {
  if (typeof given === 'string' || ClipboardItem === undefined) {
    // Absent on pages loaded by plain http.
    return navigator.clipboard.writeText(await given);
  }
  const type = 'text/plain';
  const content = given.then((text) => new Blob([text], {type}));
  await navigator.clipboard.write([new ClipboardItem({[type]: content})]);
}

function copySelection(document: Document, text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
