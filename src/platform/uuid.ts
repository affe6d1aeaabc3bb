// SPDX-License-Identifier: EUPL-1.2

/** A UUID as RFC 9562 writes it, and nothing beside it: no `urn:uuid:`, no braces. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
