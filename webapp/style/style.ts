import {ADMIN_STYLE} from './admin-style.js';
import {CARD_STYLE} from './card-style.js';
import {COMMON_STYLE} from './common-style.js';
import {NOTICE_STYLE} from './notice-style.js';

/**
 * All of the script's style. Every colour is one of the page's own, or mixed of them: it fits every theme.
 *
 * Mattermost's own rules reach our elements, too, and the theme's rule for links weighs more than two classes. So every
 * rule here is nested in one that matches the whole page and weighs as much as an id: what is written in these files
 * wins, and among them the usual order holds. Nothing needs `!important`.
 */
export const STYLE = `:root:not(#zoom){${[COMMON_STYLE, CARD_STYLE, NOTICE_STYLE, ADMIN_STYLE].join('')}}
@keyframes zoom-pulse{50%{box-shadow:0 0 0 3px color-mix(in srgb,var(--online-indicator) 30%,transparent)}}`;
