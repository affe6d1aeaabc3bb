// SPDX-License-Identifier: EUPL-1.2
import { useRouter } from '@tanstack/react-router';

/** Whether a page of this pattern exists (`/casussen/$id/overdragen`): a link forward shows only when it leads somewhere. */
export function useBestaat(): (patroon: string) => boolean {
  const router = useRouter();
  return (patroon) => patroon in router.routesByPath;
}
