/**
 * What all parts share. Themes choose button and link colours that are hard to read in small type; mixed with the colour
 * of the text they keep their hue and gain contrast.
 */
export const COMMON_STYLE = `
.zoom-card,.zoom-plain,.zoom-root,.zoom-setup,.zoom-person{
--zoom-text:var(--center-channel-color);
--zoom-soft:rgba(var(--center-channel-color-rgb),.78);
--zoom-line:rgba(var(--center-channel-color-rgb),.12);
--zoom-tint:rgba(var(--center-channel-color-rgb),.08);
--zoom-fill:color-mix(in srgb,var(--button-bg) 84%,#000);
--zoom-ink:color-mix(in srgb,var(--button-bg) 72%,var(--center-channel-color));
--zoom-anchor:color-mix(in srgb,var(--link-color) 80%,var(--center-channel-color));
font-size:14px;line-height:20px;color:var(--zoom-text)}
.zoom-icon{flex:none;display:block}
.zoom-root,.zoom-state,.zoom-people li{position:relative}
.zoom-unseen{position:absolute;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.zoom-button{box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:32px;max-width:100%;margin:0;padding:6px 16px;border:0;border-radius:var(--radius-s,4px);background:none;font:inherit;font-size:13px;line-height:20px;font-weight:600;text-decoration:none;text-align:center;cursor:pointer;transition:background-color .15s}
.zoom-button:hover,.zoom-button:focus{text-decoration:none}
.zoom-button:focus-visible,.zoom-close:focus-visible,.zoom-notice-link:focus-visible,.zoom-plain a:focus-visible,.zoom-rich a:focus-visible{outline:2px solid var(--zoom-ink);outline-offset:2px}
.zoom-button[aria-disabled=true]{cursor:progress;opacity:.85}
.zoom-primary,.zoom-primary:hover,.zoom-primary:focus,.zoom-primary:visited{background:var(--zoom-fill);color:var(--button-color)}
.zoom-primary:hover:not([aria-disabled=true]){background:color-mix(in srgb,var(--zoom-fill) 88%,#000)}
.zoom-quiet,.zoom-quiet:hover,.zoom-quiet:focus{background:rgba(var(--button-bg-rgb),.08);color:var(--zoom-ink)}
.zoom-quiet:hover:not([aria-disabled=true]){background:rgba(var(--button-bg-rgb),.16)}
.zoom-link,.zoom-link:hover,.zoom-link:focus,.zoom-link:visited{padding:6px 10px;color:var(--zoom-soft)}
.zoom-link:hover{background:var(--zoom-tint);color:var(--zoom-text)}
.zoom-small{min-height:24px;padding:2px 8px;font-size:12px;color:var(--zoom-ink)}
.zoom-hint{font-size:12px;line-height:16px;color:var(--zoom-soft)}
.zoom-rich code,.zoom-copy code{padding:1px 5px;border-radius:4px;background:var(--zoom-tint);color:inherit;font-size:12px;overflow-wrap:anywhere;white-space:normal}
.zoom-rich a,.zoom-plain a{color:var(--zoom-anchor);text-decoration:underline}
.zoom-rich{white-space:pre-line;overflow-wrap:anywhere}
.zoom-call{display:inline-flex;align-items:center;gap:6px}
.zoom-call[aria-disabled=true],.zoom-call-item[aria-disabled=true]{opacity:.75;cursor:progress}
.zoom-header-icon{display:inline-flex}
.zoom-person{width:100%;margin-top:8px}
@media (prefers-reduced-motion:reduce){.zoom-button{transition:none}}
@media (forced-colors:active){.zoom-button{border:1px solid}}
`;
