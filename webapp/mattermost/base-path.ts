/**
 * The path below which Mattermost lives, without a slash at the end: `''`, or `/chat` for `https://example.org/chat`.
 */
export function basePathOf(siteUrl: string | undefined, basename: string | undefined): string {
  const path = basename ?? (siteUrl !== undefined && URL.canParse(siteUrl) ? new URL(siteUrl).pathname : '');
  return path.replace(/\/+$/, '');
}
