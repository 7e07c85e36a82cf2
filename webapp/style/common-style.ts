import {HOVER_SHARE} from './readable-shade.js';

/** What each of our parts begins with, wherever on the page it is. */
const PARTS =
  '.zoom-frame,.zoom-plain,.zoom-fallback,.zoom-root,.zoom-setup,.zoom-person,.zoom-call,.zoom-call-item';

/** The page's own fields are drawn inside the set-up: they stay as they are. */
const OURS = ':not(.zoom-field *)';

/** A colour of the theme, shaded as far as it takes to be read (theme-shades.ts). */
const shaded = (colour: string, name: string): string =>
  `color-mix(in srgb,${colour},var(--zoom-${name}-toward,black) var(--zoom-${name}-share,16%))`;

/** What all parts share: nothing of how the page draws paragraphs, lists, headings, links and buttons reaches them. */
export const COMMON_STYLE = `
:is(${PARTS}){
--zoom-text:var(--center-channel-color);
--zoom-soft:${shaded('color-mix(in srgb,var(--center-channel-color) 78%,var(--center-channel-bg))', 'soft')};
--zoom-line:rgba(var(--center-channel-color-rgb),.16);
--zoom-tint:rgba(var(--center-channel-color-rgb),.08);
--zoom-fill:${shaded('var(--button-bg)', 'fill')};
--zoom-fill-hover:color-mix(in srgb,var(--zoom-fill),var(--zoom-fill-toward,black) ${HOVER_SHARE}%);
--zoom-ink:${shaded('var(--button-bg)', 'ink')};
--zoom-anchor:${shaded('var(--link-color)', 'anchor')};
font-size:14px;line-height:20px;font-weight:400;color:var(--zoom-text);white-space:normal;word-break:normal;overflow-wrap:anywhere}
:where(${PARTS}),:where(${PARTS}) :where(*)${OURS}{box-sizing:border-box}
:where(${PARTS}) :where(p,ul,ol,dl,dt,dd,h2,h3):where(${OURS}){width:auto;margin:0;padding:0;font:inherit;list-style:none;white-space:inherit;word-break:inherit}
:where(${PARTS}) :where(a):where(${OURS}){color:var(--zoom-anchor);text-decoration:underline;word-break:inherit;cursor:pointer}
:where(${PARTS}) :where(strong):where(${OURS}){font-weight:600}
.zoom-icon{flex:none;display:block;overflow:visible}
.zoom-root,.zoom-state{position:relative}
.zoom-unseen{position:absolute;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.zoom-button,.zoom-close,.zoom-notice-link,.zoom-call,.zoom-call-item{appearance:none;overflow:visible;margin:0;border:0;background:none;font:inherit;text-transform:none;letter-spacing:normal;text-align:center;text-decoration:none;cursor:pointer}
.zoom-button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:32px;max-width:100%;padding:6px 16px;border-radius:var(--radius-s,4px);font-size:13px;line-height:20px;font-weight:600;transition:background-color .15s}
:is(.zoom-button,.zoom-close,.zoom-notice-link,.zoom-call,.zoom-call-item,.zoom-plain a,.zoom-rich a):focus-visible{outline:2px solid var(--zoom-ink);outline-offset:2px;border-radius:var(--radius-s,4px)}
.zoom-button[aria-disabled=true]{cursor:progress}
.zoom-primary{background:var(--zoom-fill);color:var(--button-color)}
.zoom-primary:hover:not([aria-disabled=true]){background:var(--zoom-fill-hover)}
.zoom-quiet{background:rgba(var(--button-bg-rgb),.1);color:var(--zoom-ink)}
.zoom-quiet:hover:not([aria-disabled=true]){background:rgba(var(--button-bg-rgb),.18)}
.zoom-link{padding:6px 10px;color:var(--zoom-soft)}
.zoom-link:hover{background:var(--zoom-tint);color:var(--zoom-text)}
.zoom-small{min-height:24px;padding:2px 8px;font-size:12px;color:var(--zoom-ink)}
.zoom-hint{font-size:12px;line-height:16px;color:var(--zoom-soft)}
.zoom-rich code,.zoom-copy code{padding:1px 5px;border-radius:4px;background:var(--zoom-tint);color:inherit;font-size:12px;overflow-wrap:anywhere;white-space:normal}
.zoom-rich{white-space:pre-line}
.zoom-call{display:inline-flex;align-items:center;gap:6px;min-height:32px;padding:0 10px;border-radius:var(--radius-s,4px);font-size:13px;font-weight:600;color:var(--zoom-soft)}
.zoom-call-item{display:flex;align-items:center;gap:8px;padding:0;text-align:start}
.zoom-call:hover:not([aria-disabled=true]){background:var(--zoom-tint);color:var(--zoom-text)}
:is(.zoom-call,.zoom-call-item)[aria-disabled=true]{cursor:progress}
.zoom-header-icon{display:inline-flex}
.zoom-person{display:flex;width:calc(100% - 32px);max-width:none;margin:8px 16px 16px}
@media (prefers-reduced-motion:reduce){.zoom-button{transition:none}}
@media (forced-colors:active){.zoom-button{border:1px solid}}
`;
