// Words that were sent and never answered: the line died before the server had them, or after it. They go again as they
// were, for the server knows the same words when it sees them; what was typed since follows, with the version which that
// answer brings. Else whoever types on after a dropped answer is in conflict with somebody else: himself.

import { fieldsOf } from "./rows.js";

// What this request brings: the words of that time while they wait for their answer. `row.next` is what was asked for.
export function wordsToSend(row, { elt, formData }) {
  const fields = fieldsOf(elt);
  if (!row || !row.unanswered || JSON.stringify(row.unanswered) === JSON.stringify(fields)) return fields;
  row.next = formData.get("save") || "change";
  formData.delete("save");
  fields.forEach(([name]) => formData.delete(name));
  row.unanswered.forEach(([name, value]) => formData.append(name, value));
  return row.unanswered;
}
