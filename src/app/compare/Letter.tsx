import { variantStyle } from '../../charts/colours';

/** A variant's letter in the colour that it has in the charts. */
export function Letter({ index }: { readonly index: number }) {
  const { letter, colour } = variantStyle(index);
  return (
    <span className="compare-letter" style={{ borderColor: colour }}>
      {letter}
    </span>
  );
}
