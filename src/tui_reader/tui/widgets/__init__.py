"""Panes: values come by reactive, wishes go by message."""
