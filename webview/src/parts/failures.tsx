import { actionFailure } from "../state/runs.ts";
import { Banner } from "./notice.tsx";

/** Why a run failed, and why the last thing that was asked for could not be done. */
export const Failures = ({
  ofRun,
}: {
  ofRun: { readonly code: string; readonly message: string } | null;
}) => (
  <>
    {ofRun !== null && (
      <Banner tone="bad">
        {ofRun.message} <span class="dim">({ofRun.code})</span>
      </Banner>
    )}
    {actionFailure.value !== null && (
      <Banner
        tone="bad"
        onDismiss={() => {
          actionFailure.value = null;
        }}
      >
        {actionFailure.value.message}
      </Banner>
    )}
  </>
);
