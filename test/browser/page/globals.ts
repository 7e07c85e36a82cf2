import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';
import * as ReactIntl from 'react-intl';
import * as ReactRedux from 'react-redux';

/** What the script takes from Mattermost's page, built once with React 18 and once with React 19. */
Object.assign(window, {React, ReactDOM: {...ReactDOM, ...ReactDOMClient}, ReactIntl, ReactRedux});
