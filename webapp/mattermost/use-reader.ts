import {shallowEqual, useSelector} from 'react-redux';
import type {HostState} from './host-state.js';
import {type Reader, readerOf} from './reader.js';

/** The reader of the page. The component is drawn again when one of their choices changes. */
export const useReader = (): Reader => useSelector<HostState, Reader>(readerOf, shallowEqual);
