/** All colours are Mattermost's own variables, so that every theme fits. */
const STYLE = `
.zoom-card{display:grid;grid-template-columns:40px minmax(0,1fr);gap:4px 12px;max-width:460px;margin:4px 0;padding:16px;background:var(--center-channel-bg);color:var(--center-channel-color);border:1px solid rgba(var(--center-channel-color-rgb),.12);border-radius:8px;box-shadow:0 2px 3px rgba(0,0,0,.08);font-size:13px;line-height:20px}
.zoom-card-icon{width:40px;height:40px;border-radius:50%;display:grid;place-items:center;background:rgba(var(--center-channel-color-rgb),.08);color:rgba(var(--center-channel-color-rgb),.64)}
.zoom-card--waiting .zoom-card-icon{background:rgba(var(--button-bg-rgb),.08);color:var(--button-bg)}
.zoom-card--live .zoom-card-icon{background:rgba(var(--online-indicator-rgb,61,184,135),.16);color:var(--online-indicator)}
.zoom-icon{fill:currentColor;flex:none}
.zoom-card-head{min-width:0}
.zoom-card .zoom-card-topic{margin:0;font-family:inherit;font-size:15px;line-height:20px;font-weight:600;color:inherit;overflow-wrap:anywhere}
.zoom-card-status,.zoom-card-id{color:rgba(var(--center-channel-color-rgb),.75);overflow-wrap:anywhere}
.zoom-card-id,.zoom-card-only{grid-column:1/3;font-size:12px;line-height:16px;margin-top:6px}
.zoom-card-only{color:rgba(var(--center-channel-color-rgb),.75)}
.zoom-card-dot{display:inline-block;width:8px;height:8px;border-radius:50%;background:var(--online-indicator);margin-right:6px;vertical-align:1px;animation:zoom-pulse 2s ease-in-out infinite}
@keyframes zoom-pulse{50%{opacity:.4}}
.zoom-card-row{grid-column:1/3;display:flex;align-items:center;flex-wrap:wrap;gap:8px;margin-top:10px}
.zoom-button,a.zoom-button{display:inline-flex;align-items:center;justify-content:center;min-height:32px;padding:0 16px;border:0;border-radius:4px;background:var(--button-bg);color:var(--button-color);font-family:inherit;font-size:13px;line-height:16px;font-weight:600;text-decoration:none;cursor:pointer}
.zoom-button:hover,a.zoom-button:hover{color:var(--button-color);text-decoration:none;box-shadow:inset 0 0 0 99px rgba(0,0,0,.08)}
.zoom-button--quiet,a.zoom-button--quiet,a.zoom-button--quiet:hover{background:rgba(var(--button-bg-rgb),.08);color:var(--button-bg)}
.zoom-button--ghost,a.zoom-button--ghost,a.zoom-button--ghost:hover{background:none;padding:0 8px;color:rgba(var(--center-channel-color-rgb),.75)}
.zoom-button--ghost:hover,a.zoom-button--ghost:hover{box-shadow:none;background:rgba(var(--center-channel-color-rgb),.08)}
.zoom-button:disabled{opacity:.56;cursor:default}
.zoom-button:focus-visible,.zoom-call:focus-visible{outline:2px solid var(--button-bg);outline-offset:2px}
.zoom-card-people{display:inline-flex;margin-left:auto}
.zoom-card-people>*{width:28px;height:28px;margin-left:-8px;border:2px solid var(--center-channel-bg);border-radius:50%;background:var(--sidebar-header-bg,#1e325c);color:var(--sidebar-header-text-color,#fff);font-size:11px;font-weight:600;line-height:24px;text-align:center;object-fit:cover}
.zoom-card-people>.zoom-card-more{background:rgba(var(--center-channel-color-rgb),.16);color:var(--center-channel-color);width:auto;min-width:28px;padding:0 4px;border-radius:14px}
.zoom-plain{display:flex;flex-wrap:wrap;gap:4px 8px;overflow-wrap:anywhere}
.zoom-call{display:inline-flex;align-items:center;gap:6px;height:32px;padding:0 10px;border:0;border-radius:4px;background:none;color:inherit;font-weight:600;font-size:12px;cursor:pointer}
.zoom-call:hover{background:rgba(var(--center-channel-color-rgb),.08)}
.zoom-call:disabled{opacity:.56;cursor:default}
.zoom-direct{display:inline-flex;align-items:center;gap:6px}
.zoom-notice{position:fixed;z-index:1100;right:16px;bottom:16px;max-width:min(420px,calc(100vw - 32px));display:flex;align-items:center;flex-wrap:wrap;gap:8px;padding:12px 16px;background:var(--center-channel-bg);color:var(--center-channel-color);border:1px solid rgba(var(--center-channel-color-rgb),.16);border-left:4px solid var(--button-bg);border-radius:8px;box-shadow:0 8px 24px rgba(0,0,0,.12);font-size:14px;line-height:20px;overflow-wrap:anywhere;white-space:pre-line}
.zoom-dialog{max-width:min(480px,calc(100vw - 32px));padding:24px;background:var(--center-channel-bg);color:var(--center-channel-color);border:1px solid rgba(var(--center-channel-color-rgb),.16);border-radius:12px;box-shadow:0 20px 32px rgba(0,0,0,.12);font-size:14px;line-height:20px}
.zoom-dialog::backdrop{background:rgba(0,0,0,.5)}
.zoom-dialog h2{margin:0 0 8px;font-family:inherit;font-size:20px;line-height:28px;font-weight:600}
.zoom-dialog p{margin:0 0 16px;overflow-wrap:anywhere}
.zoom-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.zoom-admin{max-width:760px;margin:16px 0;color:var(--center-channel-color)}
.zoom-admin h3{margin:0;font-family:inherit;font-size:16px;line-height:24px;font-weight:600}
.zoom-step{display:grid;grid-template-columns:28px minmax(0,1fr);gap:4px 12px;padding:16px 0;border-top:1px solid rgba(var(--center-channel-color-rgb),.12)}
.zoom-step:first-of-type{border-top:0}
.zoom-step>:not(.zoom-mark){grid-column:2}
.zoom-mark{grid-row:1;width:24px;height:24px;border-radius:50%;display:grid;place-items:center;font-size:13px;font-weight:600;background:rgba(var(--center-channel-color-rgb),.08);color:rgba(var(--center-channel-color-rgb),.75)}
.zoom-mark--works{background:rgba(var(--online-indicator-rgb,61,184,135),.16);color:var(--zoom-ok,#1b7f57)}
.zoom-mark--wrong,.zoom-mark--missing{background:rgba(var(--error-text-color-rgb,210,75,78),.12);color:var(--error-text)}
.zoom-step p{margin:0;font-size:13px;line-height:20px;color:rgba(var(--center-channel-color-rgb),.75)}
.zoom-copy{display:flex;align-items:flex-start;gap:8px;margin-top:8px;font-size:13px}
.zoom-copy>div{flex:1;min-width:0}
.zoom-copy code,.zoom-check code{padding:1px 5px;border-radius:4px;background:rgba(var(--center-channel-color-rgb),.08);color:inherit;font-size:12px;overflow-wrap:anywhere;white-space:normal}
.zoom-checks{list-style:none;margin:12px 0 0;padding:0}
.zoom-check{display:grid;grid-template-columns:28px minmax(0,1fr);gap:2px 8px;padding:10px 0;border-top:1px solid rgba(var(--center-channel-color-rgb),.08);font-size:14px;line-height:20px}
.zoom-check:first-child{border-top:0}
.zoom-check-text{grid-column:2}
@media (prefers-reduced-motion:reduce){.zoom-card-dot{animation:none}}
@media (max-width:400px){.zoom-card{padding:12px}.zoom-card-people{margin-left:8px}}
`;

/** @returns how to take it away again */
export function addStyle(): () => void {
  const element = document.createElement('style');
  element.dataset['plugin'] = 'zoom';
  element.textContent = STYLE;
  document.head.append(element);
  return () => element.remove();
}
