/** The question and the notice, above the page: the notice leaves the message box free, into which it may ask to type. */
export const NOTICE_STYLE = `
.zoom-notices{position:fixed;z-index:1200;top:112px;right:16px;left:16px;display:flex;justify-content:center;pointer-events:none}
.zoom-notice{display:flex;align-items:flex-start;gap:10px;max-width:480px;padding:12px 12px 12px 16px;border:1px solid var(--zoom-line);border-radius:8px;background:var(--center-channel-bg);box-shadow:var(--elevation-4,0 8px 24px rgba(0,0,0,.16));pointer-events:auto}
.zoom-notice-sign{margin-top:1px}
.zoom-trouble .zoom-notice-sign{color:var(--error-text)}
.zoom-done .zoom-notice-sign{color:var(--online-indicator)}
.zoom-notice-text{display:flex;flex-direction:column;align-items:flex-start;gap:6px;min-width:0}
.zoom-notice-actions{display:flex;flex-wrap:wrap;gap:6px 16px}
.zoom-notice-link{padding:0;color:var(--zoom-anchor);font-weight:600;text-decoration:underline}
.zoom-close{flex:none;display:grid;place-items:center;width:28px;height:28px;margin:-4px -4px 0 0;padding:0;border-radius:4px;color:var(--zoom-soft)}
.zoom-close:hover{background:var(--zoom-tint);color:var(--zoom-text)}
.zoom-dialog{width:min(440px,calc(100vw - 32px));padding:24px;border:1px solid var(--zoom-line);border-radius:12px;background:var(--center-channel-bg);color:var(--zoom-text);box-shadow:var(--elevation-6,0 20px 32px rgba(0,0,0,.24))}
.zoom-dialog::backdrop{background:rgba(0,0,0,.56)}
.zoom-dialog h2{margin:0 0 8px;font-size:20px;line-height:28px;font-weight:600}
.zoom-dialog p{color:var(--zoom-soft)}
.zoom-dialog-buttons{display:flex;flex-wrap:wrap;gap:8px;margin-top:20px}
@media (max-width:360px){.zoom-dialog{padding:16px}.zoom-dialog-buttons .zoom-button{flex:1 1 100%}}
`;
