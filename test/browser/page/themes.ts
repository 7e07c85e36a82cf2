export type Theme = 'light' | 'dark';

/** Mattermost's themes Denim and Onyx, by the names of its CSS variables. */
const COLOURS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    'center-channel-bg': '#ffffff',
    'center-channel-color': '#3f4350',
    'button-bg': '#1c58d9',
    'button-color': '#ffffff',
    'link-color': '#386fe5',
    'error-text': '#d24b4e',
    'online-indicator': '#3db887',
    'away-indicator': '#ffbc1f',
  },
  dark: {
    'center-channel-bg': '#191b1f',
    'center-channel-color': '#e3e4e8',
    'button-bg': '#4a7ce8',
    'button-color': '#ffffff',
    'link-color': '#5d89ea',
    'error-text': '#da6c6e',
    'online-indicator': '#3db887',
    'away-indicator': '#f5ab00',
  },
};

/** The variables of a theme as a rule, each with its `-rgb` twin, as Mattermost sets them. */
export function themeRule(theme: Theme): string {
  const variables = Object.entries(COLOURS[theme]).map(([name, colour]) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return `--${name}:${colour};--${name}-rgb:${parts.join(',')};`;
  });
  return `:root{${variables.join('')}}`;
}
