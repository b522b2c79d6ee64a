import type { ReactNode } from 'react';

/** A field with its name beside it. */
export function Field(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label>
      <span>{props.name}</span>
      {props.children}
    </label>
  );
}
