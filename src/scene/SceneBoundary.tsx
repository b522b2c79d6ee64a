import { Component, type ReactNode } from 'react';

/** Catches what fails while drawing, so that the page around the scene stays. */
export class SceneBoundary extends Component<
  { children: ReactNode; onFailed: (error: Error) => void },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onFailed(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
