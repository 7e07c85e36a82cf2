/** The set-up in the System Console. */
export const ADMIN_STYLE = `
.zoom-setup{max-width:860px;padding:4px 0 16px}
.zoom-setup-title{margin:0 0 4px;font-size:16px;line-height:24px;font-weight:600}
.zoom-setup-text{margin:0 0 12px;color:var(--zoom-soft)}
.zoom-setup-trouble:not(:empty){margin:0 0 12px;padding:10px 14px;border:1px solid var(--zoom-line);border-left:3px solid var(--zoom-ink);border-radius:4px}
.zoom-step{margin:0 0 16px;padding:16px 20px;border:1px solid var(--zoom-line);border-radius:8px;background:var(--center-channel-bg)}
.zoom-step-head{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;margin-bottom:4px}
.zoom-step-head h3{flex:1;min-width:60%;margin:0;font-size:15px;line-height:24px;font-weight:600}
.zoom-step-number{display:grid;place-items:center;width:24px;height:24px;border-radius:50%;background:rgba(var(--button-bg-rgb),.1);color:var(--zoom-ink);font-size:12px;font-weight:600}
.zoom-field{margin:0 0 4px}
.zoom-state{display:inline-flex;align-items:center;gap:4px;font-size:12px;line-height:16px;font-weight:600}
.zoom-is-works svg{color:var(--online-indicator)}
.zoom-is-wrong svg{color:var(--error-text)}
.zoom-is-missing svg{color:var(--away-indicator)}
:is(.zoom-is-unset,.zoom-is-unknown) svg{color:var(--zoom-soft)}
:is(.zoom-is-unset,.zoom-is-unknown) .zoom-state-word{color:var(--zoom-soft);font-weight:400}
.zoom-copies dt{margin:10px 0 2px;font-size:13px;font-weight:600}
.zoom-copy{display:flex;align-items:center;justify-content:space-between;gap:8px;padding:3px 0;border-top:1px solid var(--zoom-tint)}
.zoom-copy-text{min-width:0}
.zoom-copy-detail{margin-left:8px;font-size:12px;color:var(--zoom-soft)}
.zoom-copy-warning{margin:4px 0 0;font-size:13px}
.zoom-test-result>p{margin:12px 0 0;font-weight:600}
.zoom-rotation{margin:4px 0 12px;padding:8px 14px 10px;border:1px solid var(--zoom-line);border-radius:4px}
.zoom-rotation legend{width:auto;margin:0;padding:0 4px;border:0;font-size:13px;line-height:20px;font-weight:600;color:inherit}
.zoom-reason{display:flex;gap:8px;margin:4px 0}
.zoom-reason input{flex:none;margin:3px 0 0}
.zoom-reason label{margin:0;font-size:13px;line-height:20px;font-weight:600}
.zoom-rotation p{margin:0;font-size:13px;line-height:20px}
.zoom-test-result .zoom-hint{font-weight:400}
.zoom-checks{margin-top:8px}
.zoom-check{display:flex;gap:10px;padding:9px 0;border-top:1px solid var(--zoom-line)}
.zoom-check:first-child{border-top:0}
.zoom-check .zoom-state{align-items:flex-start;padding-top:1px}
.zoom-old{color:var(--zoom-soft)}
.zoom-old .zoom-state{opacity:.5}
`;
