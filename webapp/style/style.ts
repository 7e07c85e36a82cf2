import admin from './admin.css';
import buttons from './buttons.css';
import card from './card.css';
import common from './common.css';
import notices from './notices.css';
import panel from './panel.css';
import plan from './plan.css';
import pulse from './pulse.css';

/**
 * All of the script's style. Every colour is one of the page's own or mixed from them, so that it fits every theme.
 *
 * Mattermost's own rules reach our elements, too, and the theme's rule for links outweighs two classes. So every rule
 * is nested here in one that matches the whole page and weighs as much as an id: what is written in these files wins,
 * and among them the usual order holds. Nothing needs `!important`.
 */
export const STYLE = `:root:not(#zoom){${[common, buttons, card, plan, notices, panel, admin].join('')}}${pulse}`;
