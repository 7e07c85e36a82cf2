/** What Mattermost makes of Slack's notation in an integration's text: `<url|words>`, `<!channel>`. */
export function fromSlackText(text: string): string {
  return text.replace(/<!(channel|here|all)>/g, '@$1').replace(/<([^\n|>]+)\|([^\n>]+)>/g, '[$2]($1)');
}
