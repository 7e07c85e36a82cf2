import {writeTheme} from './theme-style.js';
import {type Theme, THEME_NAMES, type ThemeName, THEMES} from './themes.js';

export const chosenTheme = (): ThemeName =>
  THEME_NAMES.find((name) => name === window.localStorage.getItem('theme')) ?? 'light';

export function applyTheme(name: ThemeName): void {
  window.localStorage.setItem('theme', name);
  writeTheme(document, THEMES[name]);
}

export const themeValues = (): Theme => THEMES[chosenTheme()];
