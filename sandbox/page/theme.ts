import {type ThemeName, THEMES, themeVariables} from './themes.js';

export const chosenTheme = (): ThemeName =>
  window.localStorage.getItem('theme') === 'dark' ? 'dark' : 'light';

export function applyTheme(name: ThemeName): void {
  window.localStorage.setItem('theme', name);
  const {style, dataset} = document.documentElement;
  dataset['theme'] = name;
  for (const [variable, value] of themeVariables(name)) style.setProperty(variable, value);
}

export const themeValues = (): Readonly<Record<string, string>> => THEMES[chosenTheme()];
