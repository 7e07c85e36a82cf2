import {ADMIN_STYLE} from './admin-style.js';
import {CARD_STYLE} from './card-style.js';
import {COMMON_STYLE} from './common-style.js';
import {NOTICE_STYLE} from './notice-style.js';

/** All of the script's style. Every colour is one of the page's own, or mixed of them: it fits every theme. */
export const STYLE = [COMMON_STYLE, CARD_STYLE, NOTICE_STYLE, ADMIN_STYLE].join('');
