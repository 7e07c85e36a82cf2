import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';
import * as ReactIntl from 'react-intl';
import * as ReactRedux from 'react-redux';
import * as Redux from 'redux';

/** What Mattermost's page offers to plugins. React 19 has its roots elsewhere. */
Object.assign(window, {React, ReactDOM: {...ReactDOM, ...ReactDOMClient}, ReactIntl, ReactRedux, Redux});
