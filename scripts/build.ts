import {join, relative} from 'node:path';
import {buildService, serviceScript} from './build-service.js';
import {buildPlugin} from './build-plugin.js';
import {buildWebapp, webappScript} from './build-webapp.js';
import {projectRoot} from './project-root.js';

await buildWebapp();
const {folder} = await buildPlugin({outDir: join(projectRoot, 'dist')});
await buildService();
console.log(`The plugin is in ${relative(process.cwd(), folder)}/ (it runs where Node is installed).`);
console.log(`The web app's script is ${webappScript}.`);
console.log(`The service for servers that take no plugin is ${serviceScript}.`);
