/** A sentence whose dates no line breaks at their hyphens. */

export function WholeDates({ children: text }: { readonly children: string }) {
  return (
    <>
      {text.split(/(\d{4}-\d{2}-\d{2}[T\d:Z+]*)/).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} class="whole">
            {part}
          </span>
        ),
      )}
    </>
  );
}
