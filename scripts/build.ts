import {join, relative} from 'node:path';
import {buildPlugin} from './build-plugin.js';
import {projectRoot} from './project-root.js';

const {folder} = await buildPlugin({outDir: join(projectRoot, 'dist')});
console.log(`The plugin is in ${relative(process.cwd(), folder)}/ (it runs where Node is installed).`);
