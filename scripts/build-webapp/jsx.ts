import {createElement, Fragment} from 'react';

/** What JSX becomes in the script: two names, instead of a property of React's at each of several hundred elements. */
export const jsxElement = createElement;
export const jsxFragment = Fragment;
