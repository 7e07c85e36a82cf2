import {THEME_NAMES, type ThemeName} from '../../sandbox/page/themes.js';
import {isThorough} from '../support/thorough.js';
import type {ReactVersion} from './build-test-page.js';

/** The versions of React under which a page is looked at, each with its themes. */
export const LOOKS: readonly {react: ReactVersion; themes: readonly ThemeName[]}[] = isThorough()
  ? [
      {react: 18, themes: THEME_NAMES},
      {react: 19, themes: THEME_NAMES},
    ]
  : [
      {react: 18, themes: ['light']},
      {react: 19, themes: ['dark']},
    ];

/**
 * Themes in which something is looked at for what does not depend on its colours; those are measured by
 * `every-component.test.ts`, in every state.
 */
export const LOOK_THEMES: readonly ThemeName[] = isThorough() ? THEME_NAMES : ['light'];
