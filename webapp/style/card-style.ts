/** A card measures itself, not the window: it is narrow in the right-hand side of a wide page, too. */
export const CARD_STYLE = `
.zoom-frame{container:zoom-card/inline-size;max-width:480px;margin:4px 0 8px}
.zoom-card{display:grid;grid-template-columns:40px minmax(0,1fr);gap:0 12px;padding:16px;border:1px solid var(--zoom-line);border-radius:8px;background:var(--center-channel-bg);box-shadow:var(--elevation-1,0 2px 3px rgba(0,0,0,.08))}
.zoom-sign{display:grid;place-items:center;width:40px;height:40px;border-radius:50%;background:rgba(var(--button-bg-rgb),.1);color:var(--zoom-ink)}
.zoom-live .zoom-sign{background:color-mix(in srgb,var(--online-indicator) 16%,transparent);color:var(--online-indicator)}
:is(.zoom-ended,.zoom-unknown) .zoom-sign{background:var(--zoom-tint);color:rgba(var(--center-channel-color-rgb),.64)}
.zoom-title{display:flex;align-items:flex-start;justify-content:space-between;gap:4px 12px}
.zoom-topic{min-width:0;font-size:15px;line-height:22px;font-weight:600;display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.zoom-pill{flex:none;display:inline-flex;align-items:center;gap:6px;min-height:20px;margin-top:1px;padding:0 8px;border-radius:10px;background:var(--zoom-tint);font-size:11px;line-height:16px;font-weight:600;white-space:nowrap}
.zoom-dot{flex:none;width:8px;height:8px;border:2px solid rgba(var(--center-channel-color-rgb),.56);border-radius:50%}
.zoom-live .zoom-pill{background:color-mix(in srgb,var(--online-indicator) 14%,transparent)}
.zoom-live .zoom-dot{border-color:var(--online-indicator);background:var(--online-indicator);animation:zoom-pulse 2s ease-in-out infinite}
:is(.zoom-ended,.zoom-unknown) .zoom-dot{border:0;border-radius:2px;background:rgba(var(--center-channel-color-rgb),.56)}
.zoom-timer{font-variant-numeric:tabular-nums}
.zoom-facts{font-size:13px;line-height:20px;color:var(--zoom-soft)}
:is(.zoom-facts>span:not(:last-child),.zoom-number:has(+.zoom-number))::after{content:"·";margin:0 6px}
.zoom-row{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 4px;margin-top:12px}
.zoom-row .zoom-primary,.zoom-row .zoom-quiet{margin-right:4px}
.zoom-numbers{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;min-height:16px;margin-top:10px;font-size:12px;line-height:16px;color:var(--zoom-soft);font-variant-numeric:tabular-nums;user-select:text}
.zoom-card>.zoom-hint{grid-column:1/-1;margin-top:8px}
.zoom-compact{padding:8px 12px;gap:0 8px;grid-template-columns:24px minmax(0,1fr)}
.zoom-compact .zoom-sign{width:24px;height:24px}
.zoom-compact .zoom-sign svg{width:14px;height:14px}
.zoom-compact .zoom-topic{font-size:14px;line-height:20px}
.zoom-compact .zoom-row{margin-top:6px}
.zoom-compact .zoom-numbers{margin-top:6px}
.zoom-fallback{width:auto;margin:0;padding:0}
.zoom-fallback,.zoom-plain p{white-space:pre-line}
.zoom-plain :is(p,a):not(:first-child){margin-top:4px}
.zoom-plain a{display:inline-block}
.zoom-plain p:empty{display:none}
.zoom-plain .zoom-plain-topic{font-weight:600}
@container zoom-card (max-width:340px){
.zoom-card{padding:12px}
.zoom-title{flex-direction:column}
.zoom-row .zoom-primary,.zoom-row .zoom-quiet{flex:1 1 100%;margin-right:0}
.zoom-row .zoom-link{flex:1 1 auto}
}
@media (prefers-reduced-motion:reduce){.zoom-live .zoom-dot{animation:none}}
`;
