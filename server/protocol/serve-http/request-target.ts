/** What stands in the first line of the request: path and query of Go's `URL.String()`, whatever form it has. */
export function requestTarget(url: string): string {
  const withoutOrigin = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const withoutFragment = withoutOrigin.replace(/#.*$/s, '');
  return withoutFragment.startsWith('/') ? withoutFragment : `/${withoutFragment}`;
}
