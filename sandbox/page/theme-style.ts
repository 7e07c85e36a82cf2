import {type Theme, themeVariables} from './themes.js';

const ID = 'mattermost-theme';

/** The style element that a real page writes at its start, and rewrites when the reader changes the theme. */
export function writeTheme(document: Document, theme: Theme): void {
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = themeRules(theme);
  document.getElementById(ID)?.remove();
  document.head.append(style);
}

/** The rule for links is the one to watch: it outweighs a class, and two classes on hover and focus. */
const themeRules = (theme: Theme): string => `
:root{${themeVariables(theme)
  .map((pair) => pair.join(':'))
  .join(';')}}
.app__body{background:${theme['center-channel-bg']};color:${theme['center-channel-color']}}
.app__body a,.app__body a:focus,.app__body a:hover{color:${theme['link-color']}}
.app__body hr{border-color:rgba(var(--center-channel-color-rgb),.2)}
.app__body code{background:rgba(var(--center-channel-color-rgb),.1)}
`;
