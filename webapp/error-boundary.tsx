import {Component, type ReactNode} from 'react';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Drawn instead of what broke; it must not break itself. */
  fallback: ReactNode;
}

/** On older pages a component that throws takes the whole page down, so each of ours has its own boundary. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, {isBroken: boolean}> {
  override state = {isBroken: false};

  static getDerivedStateFromError(): {isBroken: boolean} {
    return {isBroken: true};
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
