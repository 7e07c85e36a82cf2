/** Colours by the names of Mattermost's CSS variables, as `#rrggbb`. */
export type Theme = Readonly<Record<string, string>>;

export const THEME_NAMES = ['light', 'dark', 'indigo'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** What a person reads when choosing one. */
export const THEME_LABELS: Readonly<Record<ThemeName, string>> = {
  light: 'Denim',
  dark: 'Onyx',
  indigo: 'Indigo',
};

/** Themes of Mattermost's own. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
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
  indigo: {
    'center-channel-bg': '#111827',
    'center-channel-color': '#dddfe4',
    'button-bg': '#4a7ce8',
    'button-color': '#ffffff',
    'link-color': '#5d89ea',
    'error-text': '#d24b4e',
    'online-indicator': '#3db887',
    'away-indicator': '#f5ab00',
    'sidebar-bg': '#151e32',
    'sidebar-text': '#ffffff',
    'sidebar-header-bg': '#182339',
    'sidebar-header-text-color': '#dddfe4',
    'sidebar-text-active-border': '#4a7ce8',
    'sidebar-teambar-bg': '#1c2740',
    'mention-bg': '#1c58d9',
    'mention-color': '#ffffff',
  },
};

/** The variables of a theme, each with its `-rgb` twin, as Mattermost sets them. */
export const themeVariables = (theme: Theme): readonly (readonly [name: string, value: string])[] =>
  Object.entries(theme).flatMap(([variable, colour]) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return [
      [`--${variable}`, colour],
      [`--${variable}-rgb`, parts.join(',')],
    ] as const;
  });
