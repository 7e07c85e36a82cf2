export type ThemeName = 'light' | 'dark';

/** Mattermost's own themes Denim and Onyx, by the names of its CSS variables. */
export const THEMES: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
  light: {
    'center-channel-bg': '#ffffff',
    'center-channel-color': '#3f4350',
    'button-bg': '#1c58d9',
    'button-color': '#ffffff',
    'link-color': '#386fe5',
    'error-text': '#d24b4e',
    'online-indicator': '#3db887',
    'away-indicator': '#ffbc1f',
    'sidebar-bg': '#1e325c',
    'sidebar-text': '#ffffff',
    'sidebar-header-bg': '#192a4d',
    'sidebar-header-text-color': '#ffffff',
    'sidebar-text-active-border': '#5d89ea',
    'sidebar-teambar-bg': '#162545',
    'mention-bg': '#ffffff',
    'mention-color': '#1e325c',
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
    'sidebar-bg': '#202228',
    'sidebar-text': '#ffffff',
    'sidebar-header-bg': '#24272d',
    'sidebar-header-text-color': '#ffffff',
    'sidebar-text-active-border': '#1592e0',
    'sidebar-teambar-bg': '#292c33',
    'mention-bg': '#4b7ce7',
    'mention-color': '#ffffff',
  },
};

/** The variables of a theme, each with its `-rgb` twin, as Mattermost sets them. */
export const themeVariables = (name: ThemeName): readonly (readonly [name: string, value: string])[] =>
  Object.entries(THEMES[name]).flatMap(([variable, colour]) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return [
      [`--${variable}`, colour],
      [`--${variable}-rgb`, parts.join(',')],
    ] as const;
  });
