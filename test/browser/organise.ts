import type {Locator, Page} from 'playwright-core';

/** The stream URL in what somebody alone was told. */
export async function streamUrlIn(message: Locator): Promise<string> {
  await message.waitFor();
  return streamUrlOf(await message.innerText());
}

export const streamUrlOf = (text: string): string =>
  /http:\/\/join\.localhost:\d+\/plugins\/zoom\/join-page\/[\w-]+/.exec(text)?.[0] ?? '';

/** The organiser of the event site pastes it, and sees the session. `way`: how attendees open it. */
export async function pasteStream(
  page: Page,
  {eventSite, streamUrl, way}: {eventSite: string | undefined; streamUrl: string; way: string},
): Promise<void> {
  await page.goto(`${eventSite}/organiser`);
  await page.getByLabel('Stream URL').fill(streamUrl);
  await page.getByLabel(way).check();
  await page.getByRole('button', {name: 'Save and show the session'}).click();
}
