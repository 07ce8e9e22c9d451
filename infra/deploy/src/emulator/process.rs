//! A process that was started earlier, possibly by another command.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use serde::{Deserialize, Serialize};
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System};

/// How long a process may take to end by itself.
const GRACE: Duration = Duration::from_secs(5);

/// A process that leads a group. Its start time tells it from a later process with the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Process {
    id: u32,
    started_at: u64,
}

impl Process {
    /// The process with this number, if there is one.
    pub fn of(id: u32) -> Option<Self> {
        let mut system = System::new().ok()?;
        let pid = sysinfo::Pid::from_u32(id);
        system.refresh_processes_specifics(ProcessesToUpdate::Some(&[pid]), true, ProcessRefreshKind::nothing());
        let process = system.process(pid).filter(|process| process.status() != sysinfo::ProcessStatus::Zombie)?;
        Some(Self { id, started_at: process.start_time() })
    }

    pub fn id(self) -> u32 {
        self.id
    }

    pub fn is_alive(self) -> bool {
        Self::of(self.id) == Some(self)
    }

    /// Ends every process of the group: first politely, then not.
    pub fn stop_group(self) {
        let Some(group) = i32::try_from(self.id).ok().and_then(Pid::from_raw) else { return };
        for signal in [Signal::TERM, Signal::KILL] {
            // An error means that nothing is left to be ended.
            let _ = kill_process_group(group, signal);
            let deadline = Instant::now() + GRACE;
            while test_kill_process_group(group).is_ok() && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}
