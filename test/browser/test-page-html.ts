import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../../scripts/project-root.js';
import type {ReactVersion} from './build-test-page.js';
import type {Scene} from './page/scene.js';

const PAGE_STYLE = readFileSync(join(projectRoot, 'sandbox/page/mattermost-page.css'), 'utf8');

/** Where things are on the page; what they look like is Mattermost's own. */
const LAYOUT = `
#page{padding:16px}
.post{margin-bottom:12px;padding:4px}
.post:hover{background:rgba(var(--center-channel-color-rgb),.08)}
#header>div{display:inline-block;margin-bottom:8px}
nav>button{border:0;background:none}
nav{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:12px}
.user-popover{width:264px;border:1px solid}
#sidebar-right{position:fixed;top:0;right:0;width:min(400px,100vw);height:100vh;border-left:1px solid;background:var(--center-channel-bg)}
.sidebar-right__body{display:flex;flex-direction:column;height:100%}
.sidebar-title{margin:0;padding:16px;font-size:16px;line-height:24px;border-bottom:1px solid rgba(var(--center-channel-color-rgb),.16)}
.field{display:block;height:64px;margin:0}
.field input{display:block;width:100%;max-width:420px;padding:6px 10px;border:1px solid;background:var(--center-channel-bg)}
`;

/** The page before any script has run; what a page before it left in the browser's storage is gone. */
export const testPageHtml = (react: ReactVersion, scene: Scene): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Test page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style id="mattermost-page">${PAGE_STYLE}</style><style>${LAYOUT}</style>
<script>localStorage.clear();sessionStorage.clear();window.scene=${asScript(scene)}</script></head>
<body class="app__body"><div role="banner"><h1 style="position:absolute;clip-path:inset(50%)">Test page</h1></div><div id="page"></div>
<script src="/globals-${react}.js"></script><script src="/page.js"></script><script defer src="/main.js"></script></body></html>`;

const asScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
